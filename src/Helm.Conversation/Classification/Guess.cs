namespace Helm.Conversation.Classification;

/// <summary>The label that fits best and the next. Scores are margins: above 0 it is rather so, below 0 rather not.</summary>
internal readonly record struct Guess(string Label, float Score, string? RunnerUp, float RunnerUpScore);
