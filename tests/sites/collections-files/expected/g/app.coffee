shown = "{{ page.title }}"
