---
---
const title = {{ site.title | jsonify }};
