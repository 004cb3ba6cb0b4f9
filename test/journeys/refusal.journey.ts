import { expect } from '@playwright/test'
import { paths } from '#domains/agreement/paths.ts'
import { authority, bloc, freeze, frozenAgreement, head, openTask, sign, stepUp, test } from './steps.ts'
import { words } from './words.ts'

const year = '2026'
const reason = 'Hạn báo cáo trong phần tổ chức thực hiện chưa được bàn với đơn vị.'

test('a unit refuses with a reason; all see it; the head opens a new version that is signed from the start', async ({
  as,
}) => {
  const title = await frozenAgreement(as, year)
  const refuser = await as('lanh-dao-ccb')
  await sign(await as('lanh-dao-mttq'), title)
  await openTask(refuser, words.calendar.kinds['agreement.sign'].title({ title }))
  await stepUp(refuser)
  await refuser.getByText(words.agreement.sign.refuse, { exact: true }).click()
  await refuser.getByRole('textbox', { name: words.agreement.sign.reason }).fill(reason)
  await refuser.getByRole('button', { name: words.agreement.sign.doRefuse }).click()

  for (const login of ['lanh-dao-mttq', authority]) {
    const reader = await as(login)
    await reader.goto(paths.agreement(bloc, year))
    await expect(
      reader.getByText(words.agreement.show.refusedBy('Hội Cựu chiến binh tỉnh Nam Định')).first(),
    ).toBeVisible()
    await expect(reader.getByText(reason).first()).toBeVisible()
  }

  const drafter = await as(head)
  await openTask(drafter, words.calendar.kinds['agreement.refused'].title({ title }))
  await drafter.getByRole('button', { name: words.agreement.show.nextVersion }).click()
  await expect(drafter.getByRole('heading', { level: 1, name: words.agreement.editor.heading(year) })).toBeVisible()
  await freeze(drafter)
  await expect(drafter.getByText(words.agreement.show.signers(0, 6))).toBeVisible()
  await expect(drafter.getByText(words.agreement.show.voided)).toBeVisible()
  await sign(await as('lanh-dao-doan'), title)
  await drafter.reload()
  await expect(drafter.getByText(words.agreement.show.signers(1, 6))).toBeVisible()
})
