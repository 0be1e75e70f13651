/** Names come from files: nothing in them may steer a terminal. */
export const printable = (text: string): string => text.replace(/\p{Cc}/gu, ' ');
