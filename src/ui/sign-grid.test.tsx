import { html } from 'hono/html'
import { expect, test } from 'vitest'
import { SignGrid, type SignCell } from './sign-grid.tsx'

const cell = (state: SignCell['state']): SignCell => ({
  unit: 'Tỉnh Đoàn',
  signer: 'Đỗ Hải Yến, Bí thư',
  state,
  stateText: 'đang xét',
})

const htmlOf = async (state: SignCell['state']) =>
  String(await html`${<SignGrid label="Các đơn vị ký" cells={[cell(state)]} />}`)

test('a name stands in a hand only where it was signed', async () => {
  expect(await htmlOf('signed')).toContain('<span class="sign-hand">Đỗ Hải Yến, Bí thư</span>')
  for (const state of ['waiting', 'yours', 'refused'] as const) {
    expect(await htmlOf(state)).toContain('<span class="sign-name">Đỗ Hải Yến, Bí thư</span>')
  }
})
