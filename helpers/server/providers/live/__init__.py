"""Live models: OpenAI's Responses API, or any endpoint that speaks Chat Completions.

They only think. Assistants, threads, files and tools stay on this machine; each model step becomes one call upstream.
"""
