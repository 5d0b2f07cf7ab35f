---
title: Coffee
---
# {{ page.title }}
built = "{% if true %}yes{% endif %}"
