import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Of whom the refused files speak, and the ids of their messages: only the header of such a file may stay. */
export const PLANTED = ['Johanna Maria', '999999011', '16-123456-26', 'JDS-000000001', 'JDS-000000002'];

/** Which of these texts stand in the clear in some file of a folder, whatever the file holds. */
export function tracesIn(folder: string, texts: readonly string[]): readonly string[] {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files.flatMap((file) => {
    const bytes = readFileSync(join(file.parentPath, file.name));
    return texts.filter((text) => bytes.includes(text)).map((text) => `${text} in ${file.name}`);
  });
}
