import type { Refusal } from "#pipeline/intake/taken-in.ts";

/** pdf.js asks for character maps, fonts and decoders by this class. It gets none: nothing but the file is read. */
class NoOtherFiles {
  fetch(): Promise<never> {
    return Promise.reject(new Error("Only the file itself is read."));
  }
}

/** Images with more pixels are not decoded: only the place that they take counts. */
const MOST_PIXELS = 16;

/** Loads pdf.js when the first PDF is taken in, so that no other command pays for it. */
async function loadLibrary() {
  addMissingMethod();
  return import("unpdf/pdfjs");
}

/** pdf.js uses a method of ES2024 that Node 20 lacks. A copy is as good: the original is not used any more. */
function addMissingMethod(): void {
  if ("transferToFixedLength" in ArrayBuffer.prototype) return;
  Object.defineProperty(ArrayBuffer.prototype, "transferToFixedLength", {
    value: function copy(this: ArrayBuffer, length = this.byteLength): ArrayBuffer {
      const bytes = new Uint8Array(length);
      bytes.set(new Uint8Array(this, 0, Math.min(length, this.byteLength)));
      return bytes.buffer;
    },
    configurable: true,
    writable: true,
  });
}

export type PdfLibrary = Awaited<ReturnType<typeof loadLibrary>>;
export type OpenPdf = Awaited<ReturnType<PdfLibrary["getDocument"]>["promise"]>;
export type PdfPage = Awaited<ReturnType<OpenPdf["getPage"]>>;

/** Opens a PDF without network, other files, evaluated code and warnings on the terminal. */
export async function openPdf(
  bytes: Uint8Array,
): Promise<{ readonly library: PdfLibrary; readonly pdf: OpenPdf } | { readonly refusal: Refusal }> {
  const library = await loadLibrary();
  const task = library.getDocument({
    // A copy, because pdf.js takes the bytes away from their owner; and no Buffer, which it refuses.
    data: new Uint8Array(bytes),
    verbosity: library.VerbosityLevel.ERRORS,
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: MOST_PIXELS,
    enableXfa: false,
    BinaryDataFactory: NoOtherFiles,
  });
  try {
    return { library, pdf: await task.promise };
  } catch (error) {
    await task.destroy();
    return { refusal: refusalOf(error) };
  }
}

function refusalOf(error: unknown): Refusal {
  const name = error instanceof Error ? error.name : "";
  const detail = error instanceof Error ? error.message : null;
  return { code: name === "PasswordException" ? "pdf-encrypted" : "pdf-damaged", detail };
}
