import { sayBirthday, sayDate } from './date-words'
import { careKinds, Profile, type ProfileField } from './contract'
import { sayPhone } from './phones'
import { careOfHealth, careWords, genderWords, standingWords } from './words'

/** Every field in the words of a roster, in the order people are used to. */
export const labels: Readonly<Record<ProfileField, string>> = {
  name: '姓名',
  gender: '性别',
  ethnicity: '民族',
  birthday: '出生日期',
  joinedPartyOn: '入党时间',
  standing: '类别',
  formerPost: '原单位及职务',
  residence: '家庭住址',
  phones: '联系电话',
  emergencyName: '家属姓名',
  emergencyPhones: '家属电话',
  care: '特殊情况',
  health: '身体状况',
  skills: '特长',
  groupName: '党小组',
  liaisonName: '联络员',
  note: '备注',
}
const fieldNames: readonly ProfileField[] = [
  'name',
  'gender',
  'ethnicity',
  'birthday',
  'joinedPartyOn',
  'standing',
  'formerPost',
  'residence',
  'phones',
  'emergencyName',
  'emergencyPhones',
  'care',
  'health',
  'skills',
  'groupName',
  'liaisonName',
  'note',
]

/** A field in plain Chinese; empty where nothing is held. */
export const sayField = (profile: Profile, field: ProfileField): string => {
  switch (field) {
    case 'gender':
      return profile.gender ? genderWords[profile.gender] : ''
    case 'birthday':
      return profile.birthday ? sayBirthday(profile.birthday) : ''
    case 'joinedPartyOn':
      return profile.joinedPartyOn ? sayDate(profile.joinedPartyOn) : ''
    case 'standing':
      return profile.standing ? standingWords[profile.standing] : ''
    case 'phones':
    case 'emergencyPhones':
      return profile[field].map(sayPhone).join('、')
    case 'care':
      return careKinds
        .filter(kind => profile.care.includes(kind))
        .map(kind => careWords[kind])
        .join('、')
    case 'skills':
      return profile.skills.join('、')
    default:
      return profile[field] ?? ''
  }
}

/** Everything held about a person, in the words of a roster; fields that hold nothing are left out. */
export const sayProfile = (profile: Profile): { field: ProfileField; label: string; value: string }[] =>
  fieldNames.map(field => ({ field, label: labels[field], value: sayField(profile, field) })).filter(one => one.value !== '')

export const emptyProfile = (name: string): Profile => ({ name, phones: [], emergencyPhones: [], care: [], skills: [] })

/** The roster's part of a larger document. */
export const profileOf = (document: Profile): Profile => Profile.parse(document)

export const isProfileField = (name: string): name is ProfileField => Object.hasOwn(labels, name)

/** A profile with some fields taken from another one. */
export const withFields = (profile: Profile, other: Profile, fields: readonly ProfileField[]): Profile =>
  Profile.parse({ ...profile, ...Object.fromEntries(fields.map(field => [field, other[field]])) })

export interface Difference {
  field: ProfileField
  label: string
  from: string
  to: string
}

/** What differs between two profiles of one person, as old → new in plain Chinese. */
export const differences = (before: Profile, after: Profile): Difference[] =>
  fieldNames
    .map(field => ({ field, label: labels[field], from: sayField(before, field), to: sayField(after, field) }))
    .filter(one => one.from !== one.to)

/** Kinds of care that the health column alone does not say; a list that writes them out needs a column of its own for them. */
export const careBeyondHealth = (profile: Profile): string => {
  const kinds = (['disabled', 'half-disabled', 'bedridden'] as const).filter(kind => profile.care.includes(kind))
  const said = careOfHealth(profile.health ?? '')
  const same = (['disabled', 'half-disabled', 'bedridden'] as const).every(kind => (said[kind] ?? false) === kinds.includes(kind))
  return same && profile.health ? '' : kinds.length === 0 ? '无' : kinds.map(kind => careWords[kind]).join('、')
}
