import type { Child } from 'hono/jsx'
import { LinkButton } from './button.tsx'
import { State } from './state.tsx'
import type { Deadline } from './format.ts'

/** One thing to do: what, why, until when, and its one button. */
export type Todo = {
  title: string
  detail?: Child
  deadline?: Deadline
  action: { label: string; href: string }
}

/** Things to do, the first of them with the page's main button. */
export const TodoList = ({ todos, hasMain = true }: { todos: readonly Todo[]; hasMain?: boolean }) => (
  <ul class="todo">
    {todos.map((todo, index) => (
      <li>
        <div class="todo-words">
          <b>{todo.title}</b>
          {todo.detail && <p>{todo.detail}</p>}
        </div>
        <div class="todo-due">{todo.deadline && <State kind={todo.deadline.state}>{todo.deadline.text}</State>}</div>
        <div class="todo-act">
          <LinkButton href={todo.action.href} look={hasMain && index === 0 ? 'main' : 'plain'}>
            {todo.action.label}
          </LinkButton>
        </div>
      </li>
    ))}
  </ul>
)
