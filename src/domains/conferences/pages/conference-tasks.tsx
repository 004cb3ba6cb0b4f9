import { Details } from '#ui/details.tsx'
import { fieldOf, PostedForm, type Returned } from '#ui/form/posted-form.tsx'
import { TextField } from '#ui/form/text-field.tsx'
import { formatDay } from '#ui/format.ts'
import { useLocale } from '#ui/locale.tsx'
import { State, type StateKind } from '#ui/state.tsx'
import { Table, type Column } from '#ui/table.tsx'
import type { ConferenceTaskState } from '../conference.ts'
import { conferencePaths } from '../paths.ts'
import type { TaskRow } from '../queries.ts'
import { words } from '../words.ts'

const shapes = { open: 'open', done: 'done', dropped: 'none' } satisfies Record<ConferenceTaskState, StateKind>

interface TasksProps {
  at: [string, string, string]
  tasks: readonly TaskRow[]
  maySettle: (task: TaskRow) => boolean
  mayDrop: boolean
  form: Returned
}

const Settle = ({ at, task, form, state }: TasksProps & { task: TaskRow; state: 'done' | 'dropped' }) => {
  const t = words(useLocale())
  const isThis = form.typed['task'] === task.id && form.typed['state'] === state
  const returned = isThis ? form : { typed: {}, errors: [] }
  const label = state === 'done' ? t.taskDone : t.taskDrop
  return (
    <Details summary={label} quiet open={isThis}>
      <PostedForm
        action={conferencePaths.task(...at, task.id)}
        form={returned}
        submit={label}
        look={state === 'done' ? 'main' : 'danger'}
      >
        <input type="hidden" name="task" value={task.id} />
        <input type="hidden" name="state" value={state} />
        <TextField {...fieldOf(returned, 'note')} label={t.taskNote} maxlength={500} required={state === 'dropped'} />
      </PostedForm>
    </Details>
  )
}

/** What units were given to do, and how far it is. */
export const ConferenceTasks = (props: TasksProps) => {
  const t = words(useLocale())
  const columns: Column<TaskRow>[] = [
    { key: 'text', label: t.tasks, heading: true, cell: (row) => row.text },
    { key: 'unit', label: t.unit, cell: (row) => row.unit },
    { key: 'due', label: t.dueOn, cell: (row) => formatDay(row.due_on) },
    {
      key: 'state',
      label: t.state,
      cell: (row) => (
        <>
          <State kind={shapes[row.state]}>{t.taskStates[row.state]}</State>
          {row.settled_note !== '' && <span class="mute"> {row.settled_note}</span>}
        </>
      ),
    },
    {
      key: 'act',
      label: '',
      bare: true,
      cell: (row) =>
        row.state === 'open' && (
          <>
            {props.maySettle(row) && <Settle {...props} task={row} state="done" />}
            {props.mayDrop && <Settle {...props} task={row} state="dropped" />}
          </>
        ),
    },
  ]
  return <Table caption={t.tasks} rows={props.tasks} columns={columns} />
}
