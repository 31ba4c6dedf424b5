/** `page 7, ` before what else says where a sentence stands; nothing if its page is not known. */
export const formatPage = (page: number | null): string => (page === null ? "" : `page ${page}, `);
