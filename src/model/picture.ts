/** A picture as it is published: the file's name, its width and height in pixels, and nothing in it but the picture. */
export type Picture = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
};
