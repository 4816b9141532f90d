import { NOTHING_LOST, UNCHANGED, type Lines } from '../words'

/** What is refused where organizations are made and offices given. */
export const organizations = {
  ORG_KIND_MISPLACED: { what: '这里不能设这一类组织', kept: NOTHING_LOST, press: '请换一个上级，或者换一个类别。' },
  ORG_NAME_TAKEN: { what: '已经有同名的组织了', kept: NOTHING_LOST, press: '请换一个名称，再按一次。' },
  ORG_NOT_EMPTY: { what: '这个组织里还有人，不能撤销', kept: UNCHANGED, press: '请先把党员转到别的支部。' },
  BRANCH_UNITS: { what: '联合党支部的单位数不对', kept: NOTHING_LOST, press: '请填两个以上、规定个数以内的单位，不要重复。' },
  ROLE_NOT_YOURS_TO_GIVE: { what: '这个职务要由上级来定', kept: UNCHANGED, press: '请联系上级党组织。' },
} as const satisfies Lines
