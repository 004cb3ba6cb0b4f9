import { formatTime } from '../format.ts'
import { Icon } from '../icon.tsx'
import { useWords } from '../locale.tsx'

type SavedAtProps = { at?: Date | string | undefined; state?: 'saved' | 'saving' | 'failed' }

/** Whether what was typed is safe. A script that saves as one types replaces the words in `[data-saved]`. */
export const SavedAt = ({ at, state = 'saved' }: SavedAtProps) => {
  const t = useWords()
  const savedWords = at === undefined ? t.notYetSaved : t.saved(formatTime(at))
  const text = { saved: savedWords, saving: t.saving, failed: t.notSaved }[state]
  return (
    <output class={`saved ${state}`}>
      {state === 'failed' ? <Icon name="warning" size={16} /> : at !== undefined && <Icon name="check" size={16} />}
      <span data-saved data-failed={t.notSaved}>
        {text}
      </span>
    </output>
  )
}
