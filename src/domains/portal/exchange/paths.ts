const list = '/trao-doi-du-lieu'
const profile = (code: string) => `${list}/${code}`

export const exchangePaths = {
  list,
  profile,
  period: (code: string, { from, to }: { from: string; to: string }) => `${profile(code)}?tu=${from}&den=${to}`,
  download: (code: string) => `${profile(code)}/tai-ve`,
  /** JSON Schema of one line. */
  schema: (code: string) => `${profile(code)}/luoc-do.json`,
  edition: (code: string) => `${profile(code)}/ban-moi`,
  confirmation: (code: string) => `${profile(code)}/kiem-chung`,
}
