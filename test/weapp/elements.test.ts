import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import elements from '../../config/taro/elements.json'

const src = join(__dirname, '../../src')
/** What every element has, in the templates or in React. */
const always = ['key', 'ref', 'id', 'className', 'style', 'children', 'onClick']
/** What a browser alone is told, on the desk. */
const onDesk = ['role', 'aria-current']

/** An attribute as the table has it: `hoverClass` is `hover-class`, `onGetPhoneNumber` is `bindGetPhoneNumber`. */
const inTable = (name: string) =>
  /^on[A-Z]/.test(name) ? `bind${name.slice(2)}` : name.replace(/[A-Z]/g, capital => `-${capital.toLowerCase()}`)

/** The names that the object literals in an expression have, or those of the value that it is called by in the file. */
const namesIn = (file: ts.SourceFile, expression: ts.Node): string[] => {
  const names: string[] = []
  const look = (node: ts.Node) => {
    if (ts.isObjectLiteralExpression(node)) {
      for (const one of node.properties)
        if (one.name && (ts.isIdentifier(one.name) || ts.isStringLiteral(one.name))) names.push(one.name.text)
      for (const one of node.properties) if (ts.isSpreadAssignment(one)) look(one.expression)
    } else if (!ts.isCallExpression(node)) ts.forEachChild(node, look)
  }
  const declared = (node: ts.Node) => {
    if (ts.isVariableDeclaration(node) && node.name.getText(file) === expression.getText(file) && node.initializer) look(node.initializer)
    ts.forEachChild(node, declared)
  }
  look(expression)
  if (ts.isIdentifier(expression)) declared(file)
  return names
}

/** Each element of Taro in a file with the attributes it is given; those of `spoken` are known to the table. */
const given = (name: string): { element: string; attribute: string | undefined }[] => {
  const file = ts.createSourceFile(name, readFileSync(join(src, name), 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX)
  const known = new Map<string, string>()
  const found: { element: string; attribute: string | undefined }[] = []
  const look = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) && node.moduleSpecifier.getText(file).includes('@tarojs/components')) {
      const bindings = node.importClause?.namedBindings
      if (bindings && ts.isNamedImports(bindings))
        for (const one of bindings.elements) known.set(one.name.text, (one.propertyName ?? one.name).text)
    }
    if (ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) {
      const element = known.get(node.tagName.getText(file))
      if (element !== undefined) {
        found.push({ element, attribute: undefined })
        for (const one of node.attributes.properties) {
          const names = ts.isJsxSpreadAttribute(one) ? namesIn(file, one.expression) : [one.name.getText(file)]
          found.push(...names.map(attribute => ({ element, attribute })))
        }
      }
    }
    ts.forEachChild(node, look)
  }
  look(file)
  return found
}

test('what our screens give to an element of WeChat reaches it: config/taro/elements.json has every element and attribute they use', () => {
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.tsx'))
  const table = new Map(Object.entries(elements).map(([element, attributes]) => [element, new Set(Object.keys(attributes))]))
  const lost = files.flatMap(name =>
    given(name)
      .filter(({ element, attribute }) => {
        const attributes = table.get(element)
        if (attribute === undefined || [...always, ...onDesk].includes(attribute)) return attributes === undefined
        return !attributes?.has(inTable(attribute))
      })
      .map(({ element, attribute }) => `${name}: ${element} ${attribute ?? ''}`),
  )
  expect(files.length).toBeGreaterThan(300)
  expect(lost).toEqual([])
})
