const year = (bloc: string, year: string) => `/khoi/${bloc}/${year}`

export const blocPaths = {
  list: '/khoi',
  found: '/khoi/moi',
  bloc: (bloc: string) => `/khoi/${bloc}`,
  start: (bloc: string) => `/khoi/${bloc}/nam-moi`,
  year,
  members: (bloc: string, slug: string) => `${year(bloc, slug)}/thanh-vien`,
  memberRise: (bloc: string, slug: string) => `${year(bloc, slug)}/thanh-vien/len`,
  memberEnd: (bloc: string, slug: string, membership: string) =>
    `${year(bloc, slug)}/thanh-vien/${membership}/ket-thuc`,
  offices: (bloc: string, slug: string) => `${year(bloc, slug)}/chuc-vu`,
  officeEnd: (bloc: string, slug: string, office: string) => `${year(bloc, slug)}/chuc-vu/${office}/ket-thuc`,
  secretary: (bloc: string, slug: string) => `${year(bloc, slug)}/thu-ky`,
  secretaryEnd: (bloc: string, slug: string, role: string) => `${year(bloc, slug)}/thu-ky/${role}/ket-thuc`,
  close: (bloc: string, slug: string) => `${year(bloc, slug)}/dong-do-sap-xep`,
  stop: (bloc: string, slug: string, stop: string) => `${year(bloc, slug)}/chang/${stop}`,
}
