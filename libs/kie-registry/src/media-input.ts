/**
 * A media file as a person gives it: a public `http(s)` URL, or the file itself (`Blob` and `File` keep their type, bare
 * bytes are recognised by their first ones). Files are uploaded to KIE by `@kie/universal-handler`; `@kie/client` takes
 * URLs only.
 */
export type MediaInput = string | Blob | Uint8Array;
