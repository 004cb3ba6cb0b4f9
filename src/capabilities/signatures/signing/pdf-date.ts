const vietnamHours = 7

/** `D:20261123081500+07'00'`: the wall clock of Viet Nam, which has no summer time. */
export function writePdfDate(at: Date): string {
  const local = new Date(at.getTime() + vietnamHours * 3_600_000).toISOString()
  return `D:${local.slice(0, 19).replace(/[-:T]/g, '')}+07'00'`
}

/** Null when the text is no PDF date with at least a day. */
export function readPdfDate(text: string | null): Date | null {
  const found = /^D:(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?(Z|[+-]\d\d'?(?:\d\d)?'?)?/.exec(text ?? '')
  if (!found) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00', zone = 'Z'] = found
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${isoZone(zone)}`)
  return Number.isNaN(date.getTime()) ? null : date
}

function isoZone(zone: string): string {
  const found = /^([+-]\d\d)'?(\d\d)?/.exec(zone)
  return found ? `${found[1]}:${found[2] ?? '00'}` : 'Z'
}
