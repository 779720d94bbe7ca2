// Making elements: texts of a document come in as text, never as markup.

const svgSpace = "http://www.w3.org/2000/svg";

function filled(node, attributes, children) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, action] of Object.entries(value)) node.addEventListener(event, action);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

export const element = (name, attributes = {}, ...children) =>
  filled(document.createElement(name), attributes, children);

export const shape = (name, attributes = {}, ...children) =>
  filled(document.createElementNS(svgSpace, name), attributes, children);

export const byID = id => document.getElementById(id);
