import type { Finding } from "./taken-in.ts";

/** Properties of a file are often those of a template or of whoever saved it. */
export const isOfFile = ({ means }: Finding): boolean => means === "pdf-info" || means === "docx-properties";
