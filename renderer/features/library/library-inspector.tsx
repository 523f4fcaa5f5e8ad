/** The source that is chosen in the library. */
export const LibraryInspector = () => <section aria-label="Source" />;
