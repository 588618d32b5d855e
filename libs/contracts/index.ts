export { Contract } from './contract.entity';
export { CONTRACT_STATES, type ContractState } from './contract.rules';
export { ContractsModule } from './contracts.module';
export { ContractsQueries, type ContractView } from './contracts.queries';
export { type ContractFacts, ContractsService, type ContractStep } from './contracts.service';
