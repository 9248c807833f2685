namespace Helm.Conversation.Tests.Intents;

[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
