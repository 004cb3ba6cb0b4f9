export const calendarPaths = {
  tasks: '/viec-can-lam',
  closed: '/viec-can-lam/da-xong',
  read: (task: string) => `/viec-can-lam/${task}/da-xem`,
}
