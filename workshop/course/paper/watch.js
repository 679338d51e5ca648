// Before anything else is read: notes whatever the page wants to fetch and every error, for ?check.
const troubles = [];
addEventListener("error", e => troubles.push(`error: ${e.message}`));
document.addEventListener("securitypolicyviolation", e => troubles.push(`fetches ${e.blockedURI} (${e.violatedDirective})`));
const complain = console.error;
console.error = (...words) => { troubles.push(`console: ${words.join(" ")}`); complain(...words); };
