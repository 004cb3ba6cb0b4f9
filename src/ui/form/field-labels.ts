import { createContext, useContext, type Child } from 'hono/jsx'

/** What the fields of one page are called, by their ids, once they are drawn; none outside a page. */
export const FieldLabels = createContext<Map<string, Child> | undefined>(undefined)

export const useFieldLabels = () => useContext(FieldLabels)
