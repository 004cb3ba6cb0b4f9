/** A well-formed id that nothing has. */
const nobody = '00000000-0000-4000-8000-000000000000'

/** What nobody types into the address bar by accident, as it stands there. */
export const strangeWords = [nobody, 'x', '%00', '%E0%A4%A', '..%2F..', "'", 'đ'.repeat(2000)]

export const strangeValues = ['%00', '99999999999999999999', "'%25_%5C", '%E0%A4%A']

/** Every name of a query that a page reads, and then some. */
export const queryNames = [
  'q',
  'trang',
  'ngay',
  've',
  'xem',
  'cap',
  'tinh-trang',
  'ma',
  'da-nhac',
  'da-gui',
  'thang',
  'cua',
  'loai',
  'tinh',
  'han',
  'khoi',
]

const strangeTexts = ['', 'a\0b', '99999999999999999999', 'Đ'.repeat(30_000), '\ud800']

export interface Sent {
  body: string | FormData
  /** Absent for a form, whose type the client writes. */
  type?: string
}

/** What is no form and no JSON of any route's. */
export const strangeBodies: readonly Sent[] = [
  { body: '', type: 'text/plain' },
  { body: '', type: 'multipart/form-data' },
  { body: '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb', type: 'multipart/form-data; boundary=x' },
  { body: '{', type: 'application/json' },
  { body: 'null', type: 'application/json' },
  { body: '[]', type: 'application/json' },
  { body: '%%%=%00&=&version=1', type: 'application/x-www-form-urlencoded' },
]

type Form = Readonly<Record<string, string | File>>

function formBody(form: Form): Sent {
  const body = new FormData()
  for (const [name, value] of Object.entries(form)) body.set(name, value)
  return { body }
}

const allAs = <Value>(given: object, value: Value) =>
  Object.fromEntries(Object.keys(given).map((name) => [name, value] as const))

const strangeFile = new File(['\0'], '\0.txt')
const strangeTyped = [...strangeTexts, strangeFile]
const jsonBody = (json: object): Sent => ({ body: JSON.stringify(json), type: 'application/json' })

/** Two of the values, others for the next field: every kind of strangeness meets every command, not every field. */
const twoOf = <Value>(values: readonly Value[], place: number): Value[] =>
  [place, place + 3].flatMap((at) => values.slice(at % values.length).slice(0, 1))

/** A good form or JSON with each field in turn, and with all of them at once, made strange. */
export const strangeFields = (form: Form, json: object): Sent[] => [
  ...strangeTyped.map((value) => formBody(allAs({ ...form, file: strangeFile }, value))),
  ...Object.keys(form).flatMap((name, place) =>
    twoOf(strangeTyped, place).map((value) => formBody({ ...form, [name]: value })),
  ),
  ...Object.keys(json).flatMap((name, place) =>
    twoOf(strangeTexts, place).map((text) => jsonBody({ ...json, [name]: text })),
  ),
]
