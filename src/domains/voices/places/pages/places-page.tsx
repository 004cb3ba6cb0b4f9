import { SubmitButton } from '#ui/button.tsx'
import { Empty } from '#ui/empty.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { SelectField } from '#ui/form/select-field.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { Sheet } from '#ui/sheet.tsx'
import { Table } from '#ui/table.tsx'
import { YearFrame } from '../../pages/year-frame.tsx'
import { publicVoicePaths, voicePaths } from '../../paths.ts'
import type { VoicesYear } from '../../read-voices-year.ts'
import { words } from '../../words.ts'
import type { OpinionPlace } from '../queries.ts'

interface PlacesPageProps {
  year: VoicesYear
  places: readonly OpinionPlace[]
  form: Returned
}

const AddForm = ({ year, form }: PlacesPageProps) => {
  const t = words(useLocale())
  const units = year.members.map(({ unit, full_name }) => ({ value: unit, label: full_name }))
  return (
    <Sheet title={t.addPlace}>
      <PostedForm action={voicePaths.places(...year.at)} form={form} submit={t.addPlaceDo}>
        <TextField {...fieldOf(form, 'name')} label={t.placeName} example={t.placeExample} maxlength={200} required />
        <TextField {...fieldOf(form, 'area')} label={t.placeArea} maxlength={200} />
        <SelectField {...fieldOf(form, 'unit')} label={t.placeUnit} none={t.placeUnitNone} options={units} />
      </PostedForm>
    </Sheet>
  )
}

/** Places that have a poster with a code. */
export const PlacesPage = (props: PlacesPageProps) => {
  const t = words(useLocale())
  const { year, places } = props
  return (
    <YearFrame year={year.year} title={t.places} under={t.placesUnder} within>
      <Sheet flush>
        <Table
          caption={t.places}
          rows={places}
          empty={<Empty title={t.noPlaces}>{t.noPlacesBody}</Empty>}
          columns={[
            {
              key: 'name',
              label: t.placeName,
              heading: true,
              cell: ({ name, area }) => (area === '' ? name : `${name}, ${area}`),
            },
            {
              key: 'code',
              label: t.placeCode,
              cell: ({ code }) => <a href={publicVoicePaths.poster(code)}>{code}</a>,
            },
            {
              key: 'unit',
              label: t.placeUnit,
              cell: ({ unit_id }) => (unit_id === null ? t.placeUnitNone : year.nameOf(unit_id)),
            },
            {
              key: 'state',
              label: t.state,
              cell: ({ ended_on }) => (ended_on === null ? t.inUse : t.ended(formatDay(ended_on))),
            },
            {
              key: 'deeds',
              label: t.poster,
              cell: ({ id, ended_on }) =>
                ended_on === null && (
                  <div class="row">
                    <a href={voicePaths.poster(id, ...year.at)}>{t.poster}</a>
                    <form method="post" action={voicePaths.placeEnd(id, ...year.at)}>
                      <SubmitButton look="quiet">{t.endPlace}</SubmitButton>
                    </form>
                  </div>
                ),
            },
          ]}
        />
      </Sheet>
      {year.mayKeep && <AddForm {...props} />}
    </YearFrame>
  )
}
