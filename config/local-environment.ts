import { templateNames, type TemplateName } from '../core/shared/notices'
import { templateGuide } from '../core/shared/template-guide'
import { usualFields } from '../core/shared/templates'

/** The id of a template on the local cloud. */
export const localTemplate = (name: TemplateName): string => `tpl-${name}`

/** What the functions are told of the local environment: all templates are there. */
export const localEnvironment = {
  names: { bureau: '示范区委老干部局' },
  templates: Object.fromEntries(templateNames.map(name => [name, localTemplate(name)])),
}

const { what, when, where, note } = usualFields
const fields = { [what]: '事项', [when]: '时间', [where]: '地点', [note]: '备注' }

/** The words of each template, for the desk. */
export const localTemplates = Object.fromEntries(
  templateNames.map(name => [localTemplate(name), { title: templateGuide[name].title, fields }]),
)
