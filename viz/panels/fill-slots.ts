/** A message cut at its `{slots}`, each replaced by what stands for it: text between controls. */
export const fillSlots = <Part>(
  message: string,
  slots: Readonly<Record<string, Part>>,
): readonly (string | Part)[] =>
  message.split(/\{(\w+)\}/).map((piece, index) => {
    if (index % 2 === 0) return piece;
    return slots[piece] ?? `{${piece}}`;
  });
