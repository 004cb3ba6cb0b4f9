import type { Child } from 'hono/jsx'
import { classes } from './classes.ts'
import { Icon, type IconName } from './icon.tsx'
import { useWords } from './locale.tsx'

export type NoticeKind = 'info' | 'success' | 'warning' | 'error'

const icons = { info: 'info', success: 'success', warning: 'warning', error: 'stop' } satisfies Record<
  NoticeKind,
  IconName
>

/** Something the reader must know. The title says what happened; the children say what to do. */
export const Notice = (props: { kind: NoticeKind; title?: string; children?: Child }) => {
  const t = useWords()
  return (
    <div class={classes('notice', props.kind)} role={props.kind === 'error' ? 'alert' : undefined}>
      <Icon name={icons[props.kind]} size={22} />
      <div>
        <p class="notice-title">{props.title ?? t.notices[props.kind]}</p>
        {props.children && <div class="notice-body">{props.children}</div>}
      </div>
    </div>
  )
}
