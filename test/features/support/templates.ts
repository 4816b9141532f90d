import { localTemplate } from '../../../config/local-environment'
import { templateOf, type NoticeKind } from '../../../core/shared/notices'

/** The template by which the local environment sends notices of that kind. */
export const templateFor = (kind: NoticeKind): string => localTemplate(templateOf[kind])
