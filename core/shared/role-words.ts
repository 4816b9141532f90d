import type { Role } from './operation'

/** The roles in words. */
export const roleWords: Readonly<Record<Role, string>> = {
  secretary: '支部书记',
  leader: '党小组长',
  liaison: '联络员',
  street: '街道工作人员',
  bureau: '老干部局工作人员',
}
