declare module "edtf" {
  /** Milliseconds since 1970 of the first and last instant of a date; the package has no types of its own. */
  function edtf(text: string): { readonly min: number; readonly max: number };
  export = edtf;
}
