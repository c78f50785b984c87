/** What a setting lists, by commas or spaces. */
export const listOf = (setting: string): string[] => setting.split(/[, ]+/);
