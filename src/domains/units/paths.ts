export const unitPaths = {
  list: '/don-vi',
  add: '/don-vi/moi',
  unit: (unit: string) => `/don-vi/${unit}`,
  code: (unit: string) => `/don-vi/${unit}/ma`,
  addRole: (unit: string) => `/don-vi/${unit}/nguoi/them`,
  invite: (unit: string) => `/don-vi/${unit}/nguoi/moi`,
  endRole: (unit: string, role: string) => `/don-vi/${unit}/nguoi/${role}/ket-thuc`,
}
