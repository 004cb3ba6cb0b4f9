import type { ReturnedForm } from '#platform/answer-form.ts'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { digestLooks, type Digest } from '../digest.ts'
import { words } from '../words.ts'

export type GivenHead = Pick<Digest, 'look' | 'parent' | 'issuer' | 'sign' | 'signer' | 'place' | 'dated_on'>

/** Who issues the paper, in which style and where. */
export const HeadFields = ({ form, given }: { form: ReturnedForm; given: GivenHead }) => {
  const all = words(useLocale())
  const t = all.head
  return (
    <>
      <SelectField
        {...fieldOf(form, 'look', given.look)}
        label={t.look}
        options={digestLooks.map((value) => ({ value, label: all.looks[value] }))}
        required
      />
      <TextField {...fieldOf(form, 'parent', given.parent)} label={t.parent} maxlength={200} />
      <TextField {...fieldOf(form, 'issuer', given.issuer)} label={t.issuer} maxlength={200} required />
      <TextField {...fieldOf(form, 'sign', given.sign)} label={t.sign} help={t.signHelp} maxlength={60} />
      <TextField {...fieldOf(form, 'signer', given.signer)} label={t.signer} maxlength={120} />
      <TextField {...fieldOf(form, 'place', given.place)} label={t.place} maxlength={100} />
      <DayField {...fieldOf(form, 'datedOn', given.dated_on)} label={t.datedOn} required />
    </>
  )
}
