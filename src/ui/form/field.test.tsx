import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { HtmlDocument } from '../html-document.tsx'
import { DayField } from './day-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

test('help and error are tied to their control', async () => {
  const page = String(
    await html`${<TextField name="place" label="Nơi ký" help="Như biên bản" error="Chưa ghi nơi ký" />}`,
  )
  expect(page).toContain('aria-describedby="place-help place-error"')
  expect(page).toContain('aria-invalid="true"')
  expect(page).toContain('id="place-error"')
})

test('a summary leads to the field by its id', async () => {
  const page = String(await html`${<ErrorSummary errors={[{ field: 'place', message: 'Chưa ghi nơi ký' }]} />}`)
  expect(page).toContain('<a href="#place">Chưa ghi nơi ký</a>')
})

test('a summary names the fields of its page, also where they stand deeper than it does', async () => {
  const Inner = () => <TextField name="place" label="Nơi ký" error="Còn trống" />
  const page = String(
    await html`${(
      <HtmlDocument title="" locale="vi" stylesheet="" bodyClass="">
        <ErrorSummary errors={[{ field: 'place', message: 'Còn trống' }]} />
        <div>
          <Inner />
        </div>
      </HtmlDocument>
    )}`,
  )
  expect(page).toContain('<a href="#place"><strong>Nơi ký: </strong>Còn trống</a>')
})

test('a day is shown as people write it, and a wrong one as it was typed', async () => {
  expect(String(await html`${<DayField name="day" label="Ngày" value="2023-10-02" />}`)).toContain('value="02/10/2023"')
  expect(String(await html`${<DayField name="day" label="Ngày" value="31/02" />}`)).toContain('value="31/02"')
})

test('a text that begins with an empty line keeps it', async () => {
  expect(String(await html`${<TextArea name="text" label="Nội dung" value={'\nĐiều 1'} />}`)).toContain(
    '>\n\nĐiều 1</textarea>',
  )
})
