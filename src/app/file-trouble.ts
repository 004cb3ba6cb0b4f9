import { CommandFailed } from './program.ts'

const sentences: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  ENOENT: ['không có tệp hay thư mục này', 'there is no such file or folder'],
  EACCES: ['người dùng đang chạy lệnh không được mở', 'the user who runs the command may not open it'],
  EISDIR: ['đây là thư mục, cần một tệp', 'this is a folder; a file is needed'],
}

const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** Why a file that the person named cannot be read, in both languages; what has no sentence says what the system said. */
export function fileTrouble(path: string, error: unknown): CommandFailed {
  const known = sentences[codeOf(error)]
  if (known !== undefined) return new CommandFailed(known.map((sentence) => `${path}: ${sentence}.`).join('\n'))
  return new CommandFailed(`${path}: ${error instanceof Error ? error.message : String(error)}`)
}
