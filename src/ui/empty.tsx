import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** What will stand here, and how to begin. */
export const Empty = (props: { title: string; icon?: IconName; children?: Child; action?: Child }) => (
  <div class="empty-place">
    <Icon name={props.icon ?? 'document'} size={28} />
    <p class="empty-title">{props.title}</p>
    {props.children && <div class="empty-words">{props.children}</div>}
    {props.action && <p>{props.action}</p>}
  </div>
)
