/** A well-formed id that nothing has. */
const nobody = '00000000-0000-4000-8000-000000000000'

/** What nobody types into the address bar by accident, as it stands there. */
export const strangeWords = ['x', '%00', '%E0%A4%A', '..%2F..', "'", 'đ'.repeat(2000), nobody]

export const strangeValues = ['%00', '-1', '99999999999999999999', '%E0%A4%A', "'%25_", '%5C', 'https://example.org']

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

const strangeTexts = ['', '\0', 'a\0b', '-1', '99999999999999999999', 'Đ'.repeat(30_000), '\ud800', '{"a":1}']

export interface Sent {
  body: string | FormData
  /** Absent for a form, whose type the client writes. */
  type?: string
}

const raw: readonly Sent[] = [
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

/** A good form with each field in turn, and with all of them at once, made strange. */
function strangeForms(form: Form): Sent[] {
  const file = new File(['\0'], '\0.txt')
  const values = [...strangeTexts, file]
  const one = Object.keys(form).flatMap((name) => values.map((value) => formBody({ ...form, [name]: value })))
  return [...one, ...values.map((value) => formBody(allAs({ ...form, file }, value)))]
}

function strangeJson(json: object): Sent[] {
  const type = 'application/json'
  const one = Object.keys(json).flatMap((name) => strangeTexts.map((text) => ({ ...json, [name]: text })))
  return [...one, ...strangeTexts.map((text) => allAs(json, text))].map((body) => ({
    body: JSON.stringify(body),
    type,
  }))
}

/** Everything that a route which takes this form, or this JSON, must survive. */
export const strangeBodies = (form: Form, json: object): Sent[] => [...raw, ...strangeForms(form), ...strangeJson(json)]
