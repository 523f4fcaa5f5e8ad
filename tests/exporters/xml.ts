import { XmlDocument, XmlElement } from 'libxml2-wasm';

/** What an XPath finds in a document: elements and attributes. */
export type Find = (
  xpath: string,
) => readonly { readonly text: string; attribute(name: string): string | undefined }[];

/** Reads a document (which must be well-formed) and hands over a way to look into it. */
export const lookInto = <T>(
  xml: string,
  namespaces: Readonly<Record<string, string>>,
  look: (find: Find) => T,
): T => {
  const document = XmlDocument.fromString(xml);
  try {
    return look((xpath) =>
      document.find(xpath, namespaces).map((node) => ({
        text: node.content,
        attribute: (name) =>
          node instanceof XmlElement
            ? node.attrs.find((each) => each.name === name)?.value
            : undefined,
      })),
    );
  } finally {
    document.dispose();
  }
};
