const root = '/nhat-ky'

export const logPaths = {
  list: root,
  sheet: `${root}/tai-ve.csv`,
  /** Each entry as it was hashed: `giao-uoc audit verify --export` reads it without a server. */
  lines: `${root}/tai-ve.jsonl`,
  checkpoints: `${root}/dau-moc.txt`,
  mails: `${root}/nhan-thu`,
  keeping: `${root}/luu-luot-xem`,
}
