import { useLocale } from '#ui/locale.tsx'
import { words } from '../words.ts'

/** Takes a sheet, or a whole table of a round, along as a workbook that computes it. */
export const WorkbookLink = ({ href, of }: { href: string; of?: string }) => {
  const t = words(useLocale())
  return (
    <a href={href} download>
      {of === undefined ? t.download : `${t.download}: ${of}`}
    </a>
  )
}
