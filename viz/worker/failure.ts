/** The same fault as a plain Error: only its message crosses from a worker to the page. */
export const plainError = (error: unknown): Error =>
  new Error(error instanceof Error ? error.message : String(error));

/** Runs `work`; what it throws comes out as a plain Error. */
export const fail = <Result>(work: () => Result): Result => {
  try {
    return work();
  } catch (error) {
    throw plainError(error);
  }
};

/** The lines that a person should read of an error, the most useful first; at most `most`. */
export const faultLines = (error: unknown, most = 8): readonly string[] => {
  const text = error instanceof Error ? error.message : String(error);
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.length > most ? [...lines.slice(0, most), `… +${lines.length - most}`] : lines;
};
