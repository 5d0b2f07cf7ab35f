---
title: Coffee
---
shown = "{{ page.title }}"
