/** The part of sax that tests use; the package brings no types. */
declare module 'sax' {
  type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };
  type Reader = {
    onerror: (error: Error) => void;
    onopentag: (tag: Tag) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    write(text: string): { close(): void };
  };
  const sax: { parser(strict: true): Reader };
  export default sax;
}
