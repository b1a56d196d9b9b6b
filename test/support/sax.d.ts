/** The part of sax that tests use; the package brings no types. */
declare module 'sax' {
  type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>> };
  export function parser(strict: true): {
    onerror: (error: Error) => void;
    onopentag: (tag: Tag) => void;
    onclosetag: () => void;
    ontext: (text: string) => void;
    write(text: string): { close(): void };
  };
}
