import { voicePaths } from '../paths.ts'

type At = readonly [bloc: string, year: string]

const list = (...at: At) => `${voicePaths.list(...at)}/chu-de`

export const topicPaths = {
  list,
  start: (...at: At) => `${list(...at)}/mau`,
  renaming: (topic: string, ...at: At) => `${list(...at)}/${topic}/ten`,
  ending: (topic: string, ...at: At) => `${list(...at)}/${topic}/thoi`,
  codes: '/danh-muc-y-kien',
  code: '/danh-muc-y-kien/ten',
  codeEnd: '/danh-muc-y-kien/thoi',
  threshold: '/danh-muc-y-kien/nguong',
}
