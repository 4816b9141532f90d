import { sayDay } from '../../../../core/shared/spans'
import type { Given } from '../../../platform/call'

export type LoanItem = Given<'book.loans'>['items'][number]
type BookItem = Pick<Given<'book.shelf'>['items'][number], 'author' | 'copies' | 'free'>

/** 罗广斌 · 在架 2 本，共 3 本. */
export const sayBook = ({ author, copies, free }: BookItem): string =>
  [...(author === '' ? [] : [author]), free === 0 ? '都借出去了' : `在架 ${String(free)} 本，共 ${String(copies)} 本`].join(' · ')

/** 12月20日前还. */
export const sayDue = ({ dueOn, late }: Pick<LoanItem, 'dueOn' | 'late'>): string =>
  late ? `${sayDay(dueOn)}到期了` : `${sayDay(dueOn)}前还`
