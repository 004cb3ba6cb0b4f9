const list = '/quan-tri/webhook'
const webhook = (id: string) => `${list}/${id}`

export const webhookPaths = {
  list,
  add: `${list}/them`,
  webhook,
  state: (id: string) => `${webhook(id)}/trang-thai`,
  trial: (id: string) => `${webhook(id)}/gui-thu`,
  renewal: (id: string, delivery: string) => `${webhook(id)}/lan-gui/${delivery}/gui-lai`,
}
