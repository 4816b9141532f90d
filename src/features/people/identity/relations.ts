import { relations, relationWords, type Relation } from '../../../../core/shared/relations'

const isRelation = (text: string): text is Relation => relations.some(one => one === text)

/** What a family helper is to the elder, to choose from. */
export const relationOptions: readonly { value: Relation; words: string }[] = relations.map(value => ({
  value,
  words: relationWords[value],
}))

/** The word for a relation, as the roster or a sheet tells it. */
export const relationWord = (relation: string): string => (isRelation(relation) ? relationWords[relation] : '家人')
