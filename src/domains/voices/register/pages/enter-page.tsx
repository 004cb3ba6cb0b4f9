import { Checkbox } from '#ui/form/checkbox.tsx'
import { DayField } from '#ui/form/day-field.tsx'
import { fieldOf, PostedForm, tickOf, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField, type Option } from '#ui/form/select-field.tsx'
import { TextArea } from '#ui/form/text-area.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { useLocale } from '#ui/locale.tsx'
import { OfflineEntry } from '#ui/offline-entry.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { voicePaths } from '../../paths.ts'
import type { VoicesYear } from '../../read-voices-year.ts'
import { words } from '../../words.ts'

interface EnterPageProps {
  place: VoicesYear
  unitName: string
  today: string
  id: string
  groups: readonly Option[]
  form: Returned
}

/** What an officer heard, written down on a telephone, without a line too. */
export const EnterPage = ({ place, unitName, today, id, groups, form }: EnterPageProps) => {
  const t = words(useLocale())
  return (
    <YearFrame year={place.year} title={t.enter} under={t.enterUnder(unitName)} within>
      <OfflineEntry number="id" title={`${t.enter}, ${unitName}`} adds>
        <Sheet>
          <PostedForm
            action={voicePaths.enter(...place.at)}
            form={form}
            submit={t.save}
            cancel={{ label: t.cancel, href: voicePaths.list(...place.at) }}
          >
            <input type="hidden" name="id" value={form.typed['id'] ?? id} />
            <DayField {...fieldOf(form, 'onDay', today)} label={t.onDay} required />
            <TextArea {...fieldOf(form, 'text')} label={t.text} help={t.textHelp} rows={6} maxlength={5000} required />
            <TextField {...fieldOf(form, 'place')} label={t.place} help={t.placeHelp} maxlength={200} />
            <SelectField {...fieldOf(form, 'group')} label={t.group} options={groups} />
            <Checkbox {...tickOf(form, 'consent')} label={t.consent} />
            <TextField {...fieldOf(form, 'name')} label={t.name} help={t.nameHelp} maxlength={200} autocomplete="off" />
            <TextField {...fieldOf(form, 'contact')} label={t.contact} maxlength={200} autocomplete="off" />
          </PostedForm>
        </Sheet>
      </OfflineEntry>
    </YearFrame>
  )
}
